/** A button that is only a drawing; its word is read aloud and shown under the pointer. */
import { Icon, type IconName } from "./icon.js";

interface Props {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly testId?: string | undefined;
  readonly disabled?: boolean;
  /** Of a button that opens something. */
  readonly isExpanded?: boolean;
}

export function IconButton({ icon, label, onClick, testId, disabled, isExpanded }: Props) {
  return (
    <button
      type="button"
      class="icon"
      aria-label={label}
      title={label}
      aria-expanded={isExpanded}
      disabled={disabled}
      data-testid={testId}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
