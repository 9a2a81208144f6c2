/** A day of the calendar where the device is: 2026-11-24. */
export function dayOf(time: number): string {
	const date = new Date(time);
	const two = (number: number) => String(number).padStart(2, "0");
	return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
