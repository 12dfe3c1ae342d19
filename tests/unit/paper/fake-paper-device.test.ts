import { paperDeviceContract } from '../../support/contracts/paper-device-contract.ts';
import { createFakePaperDevice } from '../../support/fakes/fake-paper-device.ts';

paperDeviceContract('the fake one', ({ printers, end, makesPdf, saveTo }) => {
  const device = createFakePaperDevice();
  device.has = printers?.map((name) => ({ name, shownAs: name })) ?? null;
  device.ends.push(end);
  device.makesPdf = makesPdf;
  device.saveTo = saveTo;
  return device;
});
