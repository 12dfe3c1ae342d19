import './choice-group.css';

type ChoiceGroupProps = {
  /** Id of the first choice, which gets the focus when something is wrong. */
  readonly id: string;
  readonly legend: string;
  readonly problem: string | null;
  readonly chosen: string | null;
  readonly onChoose: (value: string) => void;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
};

/** One of a few choices, all visible, each large enough for a finger. */
export function ChoiceGroup({ id, legend, problem, chosen, onChoose, choices }: ChoiceGroupProps) {
  const described = problem === null ? undefined : `${id}-problem`;
  return (
    <div className="choices" role="radiogroup" aria-labelledby={`${id}-legend`} aria-describedby={described}>
      <p className="field__label" id={`${id}-legend`}>
        {legend}
      </p>
      <div className="choices__row">
        {choices.map(({ value, text }, index) => (
          <label key={value} className="choices__choice">
            <input
              className="choices__radio"
              id={index === 0 ? id : undefined}
              type="radio"
              name={id}
              value={value}
              checked={chosen === value}
              onChange={() => onChoose(value)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
      {problem !== null && (
        <p className="field__problem" id={described} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
