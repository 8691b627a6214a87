/** A text whose days do not break at their hyphens. */
export const unbroken = (text: string) =>
  text.split(/(\d{4}-\d{2}-\d{2})/u).map((part, k) =>
    k % 2 === 0 ? (
      part
    ) : (
      <span key={part} class="whole">
        {part}
      </span>
    ),
  );
