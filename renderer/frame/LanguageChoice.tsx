import { useState } from 'react';
import type { PosError } from '../../shared/errors.ts';
import { type Language, languages } from '../../shared/money.ts';
import { ChoiceGroup } from '../components/ChoiceGroup.tsx';
import { FailureNotice } from '../components/FailureNotice.tsx';
import { t } from '../i18n/t.ts';
import { client } from '../pos-client.ts';
import { useMirror } from '../stores/mirror.ts';

/** Each language calls itself by its own name, so that it is found by somebody who cannot read the present one. */
const OWN_NAMES: Readonly<Record<Language, string>> = { fi: 'Suomi', sv: 'Svenska', en: 'English' };

/** The language of this PC. Everything is drawn again with what is typed in its place, also while a payment waits. */
export function LanguageChoice() {
  const language = useMirror(({ snapshot }) => snapshot?.desk.language ?? 'fi');
  const [failure, setFailure] = useState<PosError | null>(null);
  const choose = async (value: string): Promise<void> => {
    const wanted = languages.find((each) => each === value);
    if (wanted === undefined) return;
    const result = await client.chooseLanguage(wanted);
    setFailure(result.ok ? null : result.error);
  };
  return (
    <>
      <ChoiceGroup
        id="language"
        legend={t('settings.language')}
        problem={null}
        chosen={language}
        onChoose={(value) => void choose(value)}
        choices={languages.map((value) => ({ value, text: OWN_NAMES[value] }))}
      />
      {failure !== null && <FailureNotice error={failure} />}
    </>
  );
}
