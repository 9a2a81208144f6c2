import type { Locator } from "playwright-core";

/** What a part of a day took. */
export type Effort = {
	what: string;
	taps: number;
	keys: number;
	/** What a person takes for them. */
	seconds: number;
	/** How long the page really took, a machine at the keys; it depends on the machine. */
	measured: number;
};

/** At a quiet pace of a thumb on a phone, in seconds. */
const TAP_SECONDS = 1;
const KEY_SECONDS = 0.3;

/** One thumb: taps, types and chooses from lists as a person does, and counts it. */
export function thumb() {
	const efforts: Effort[] = [];
	let taps = 0;
	let keys = 0;
	return {
		efforts,
		async tap(place: Locator): Promise<void> {
			await place.tap();
			taps++;
		},
		/** Into a field that has the focus, or is tapped first. */
		async type(place: Locator, text: string): Promise<void> {
			const hasFocus = await place.evaluate((one) => one === document.activeElement);
			if (!hasFocus) {
				await place.tap();
				taps++;
			}
			await place.press("End");
			await place.pressSequentially(text);
			keys += text.length;
		},
		/** From a list that the phone shows: one tap opens it, another chooses. */
		async choose(place: Locator, option: { label: string } | { index: number }): Promise<void> {
			await place.selectOption(option);
			taps += 2;
		},
		/** Does a part of the day, and notes what it took. */
		async part(what: string, work: () => Promise<void>): Promise<Effort> {
			[taps, keys] = [0, 0];
			const before = performance.now();
			await work();
			const measured = (performance.now() - before) / 1000;
			const seconds = Math.round(taps * TAP_SECONDS + keys * KEY_SECONDS);
			const effort = { what, taps, keys, seconds, measured };
			efforts.push(effort);
			return effort;
		},
	};
}

/** All of it, as lines of a table. */
export function table(title: string, efforts: readonly Effort[]): string {
	const sum = (of: "taps" | "keys" | "seconds" | "measured") =>
		efforts.reduce((all, effort) => all + effort[of], 0);
	const whole = {
		...{ what: "all", taps: sum("taps"), keys: sum("keys") },
		...{ seconds: sum("seconds"), measured: sum("measured") },
	};
	const lines = [...efforts, whole].map(
		({ what, taps, keys, seconds, measured }) =>
			`  ${what.padEnd(48)} ${String(taps).padStart(3)} taps ${String(keys).padStart(3)} keys ${String(seconds).padStart(4)} s by hand, ${measured.toFixed(1).padStart(5)} s by machine`,
	);
	return [title, ...lines].join("\n");
}
