import { createRandom } from "./random.ts";

/** How many engagements each manufacturer has, in order; they add up to exactly `engagements`. */
export function* shares(smes: number, engagements: number, seed: number): Generator<number> {
	let total = 0;
	for (const weight of weightsOf(smes, seed)) total += weight;
	const each = engagements >= smes ? 1 : 0;
	const rest = engagements - each * smes;
	let cumulated = 0;
	let given = 0;
	for (const weight of weightsOf(smes, seed)) {
		cumulated += weight;
		const due = Math.round((cumulated / total) * rest);
		yield each + due - given;
		given = due;
	}
}

/** A quarter of the manufacturers come back often, a few of them very often; the others come once or a few times. */
function* weightsOf(smes: number, seed: number): Generator<number> {
	const random = createRandom(seed);
	for (let index = 0; index < smes; index++)
		yield random.chance(0.25)
			? Math.min(300, 6 / (1 - random.fraction()) ** 0.7)
			: random.fraction() * 2;
}
