/** Fewer employees than this make a manufacturer small. */
export const SMALL_BELOW = 500;

/** Whether a manufacturer is small; null if unknown. */
export function isSmall(employees: number | null, largerGroup: boolean | null): boolean | null {
	if (employees === null) return null;
	if (employees >= SMALL_BELOW) return false;
	return largerGroup ? null : true;
}
