import { createRandom } from "./random.ts";

/** Yields the number of engagements of each manufacturer; the sum is exactly `engagements`. */
export function* shares(smes: number, engagements: number, seed: number): Generator<number> {
	let total = 0;
	for (const weight of weightsOf(smes, seed)) total += weight;
	const minimum = engagements >= smes ? 1 : 0;
	const remainder = engagements - minimum * smes;
	let cumulative = 0;
	let given = 0;
	for (const weight of weightsOf(smes, seed)) {
		cumulative += weight;
		const due = Math.round((cumulative / total) * remainder);
		yield minimum + due - given;
		given = due;
	}
}

/** A quarter of the manufacturers have many engagements, a few of them very many; the others have one or a few. */
function* weightsOf(smes: number, seed: number): Generator<number> {
	const random = createRandom(seed);
	for (let index = 0; index < smes; index++)
		yield random.chance(0.25)
			? Math.min(300, 6 / (1 - random.fraction()) ** 0.7)
			: random.fraction() * 2;
}
