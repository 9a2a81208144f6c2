const DAY_MS = 86_400_000;

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The days of `--from` and `--to`, in UTC; by default the 30 days before today, and today. */
export function periodOf({ from, to = dayOf(Date.now()) }: { from?: string; to?: string }) {
	if (from) return { from, to };
	const end = Date.parse(to);
	// The hub refuses what is not a day, with a message that says so.
	return { from: Number.isNaN(end) ? to : dayOf(end - 30 * DAY_MS), to };
}
