const PAUSE_MS = 250;
const SHORTEST = 2;

/** Offers known skills under a text field as somebody types; without it the field takes any text all the same. */
export function suggestSkills(input: HTMLInputElement, options: HTMLDataListElement): void {
  let timer: number | undefined;
  input.addEventListener('input', () => {
    clearTimeout(timer);
    const typed = input.value.trim();
    if (typed.length >= SHORTEST) timer = setTimeout(() => void fill(options, typed), PAUSE_MS);
  });
}

async function fill(options: HTMLDataListElement, typed: string): Promise<void> {
  try {
    const response = await fetch(
      `/api/v1/skills?${new URLSearchParams({ q: typed, limit: '8' }).toString()}`,
    );
    if (!response.ok) return;
    const { items } = (await response.json()) as { items: { label: string }[] };
    options.replaceChildren(...items.map(({ label }) => new Option(label, label)));
  } catch {
    options.replaceChildren();
  }
}
