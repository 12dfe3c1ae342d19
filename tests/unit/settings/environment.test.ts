import { describe, expect, it } from 'vitest';
import { environmentOf } from '../../../electron/settings/settings.ts';

const at = (baseUrl: string) => environmentOf({ nets: { baseUrl, username: 'hotel' } });

describe('money is said not to move only where that is known', () => {
  it.each([
    'https://connectcloud-test.aws.nets.eu',
    'https://connectcloud-test.aws.nets.eu.',
    'https://CONNECTCLOUD-TEST.AWS.NETS.EU',
    'https://connectcloud-test.aws.nets.eu:8443/base',
    'HTTPS://ConnectCloud-Test.aws.nets.eu.:443',
    'http://127.0.0.1:8080',
    'http://127.1',
    'http://127.88.3.2:1',
    'http://localhost:3000',
    'https://LOCALHOST.:3000',
    'http://[::1]:3000',
    'http://[0:0:0:0:0:0:0:1]:3000',
    'https://[::ffff:127.0.0.1]',
  ])('%s is a test', (baseUrl) => {
    expect(at(baseUrl)).toBe('test');
  });

  it.each([
    'https://connectcloud.aws.nets.eu',
    'https://connectcloud.aws.nets.eu.',
    'https://ConnectCloud.AWS.Nets.eu:443',
    'https://api1.cloudconnect.nets.eu',
    'https://API1.cloudconnect.nets.eu.',
    'https://api2.cloudconnect.nets.eu',
    'https://api1.connectcloud.nets.eu',
    'https://connectcloud-test.aws.nets.eu.example',
    'https://connectcloud-test.aws.nets.eu..',
    'https://x.connectcloud-test.aws.nets.eu',
    'https://connectcloud-test.aws.nets.eu@connectcloud.aws.nets.eu',
    'https://connectcloud.aws.nets.eu/connectcloud-test.aws.nets.eu',
    'https://connectcloud-test-aws.nets.eu',
    'https://nets-test.hotel.example',
    'https://localhost.example',
    'https://127.0.0.1.example',
    'https://127.0.0.1@nets.example',
    'https://10.0.0.5',
    'https://128.0.0.1',
    'https://[::2]',
    'https://[fe80::1]',
    'not an address',
    '',
  ])('%s is real money', (baseUrl) => {
    expect(at(baseUrl)).toBe('production');
  });

  it('without a Nets host nothing is called a test', () => {
    expect(environmentOf({ nets: null })).toBe('production');
  });
});
