import './toggle.css';

type ToggleProps = { readonly id: string; readonly text: string; readonly isOn: boolean; readonly onChange: (isOn: boolean) => void };

/** Something that is on or off, large enough for a finger. */
export function Toggle({ id, text, isOn, onChange }: ToggleProps) {
  return (
    <label className="toggle">
      <input className="toggle__box" id={id} type="checkbox" checked={isOn} onChange={(event) => onChange(event.target.checked)} />
      <span>{text}</span>
    </label>
  );
}
