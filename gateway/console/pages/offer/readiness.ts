type Transfer = { mrlFrom: number | null; mrlTo: number | null };

/** How many transfers began at a level, and how many reached it. */
export function readinessOf(level: number, transfers: readonly Transfer[]) {
	return {
		began: transfers.filter(({ mrlFrom }) => mrlFrom === level).length,
		reached: transfers.filter(({ mrlTo }) => mrlTo === level).length,
	};
}
