import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A seeded random generator. */
export type Random = {
	/** From 0 (inclusive) to 1 (exclusive). */
	fraction(): number;
	/** From and to are inclusive. */
	integer(from: number, to: number): number;
	chance(probability: number): boolean;
	pick<T>(values: readonly T[]): T;
	weighted<T>(choice: Weighted<T>): T;
};

/** Values with cumulative weights. */
export type Weighted<T> = { values: readonly T[]; cumulative: number[] };

export function createRandom(seed: number): Random {
	const generator = xoroshiro128plus(seed);
	const fraction = () => uniformFloat64(generator);
	const integer = (from: number, to: number) => uniformInt(generator, from, to);
	return {
		fraction,
		integer,
		chance: (probability) => fraction() < probability,
		pick: <T>(values: readonly T[]) => values[integer(0, values.length - 1)] as T,
		weighted<T>({ values, cumulative }: Weighted<T>) {
			const threshold = fraction() * (cumulative.at(-1) ?? 0);
			return values[cumulative.findIndex((sum) => threshold < sum)] as T;
		},
	};
}

export function weights<T>(
	values: readonly T[],
	weightOf: (value: T, index: number) => number,
): Weighted<T> {
	let sum = 0;
	return { values, cumulative: values.map((value, index) => (sum += weightOf(value, index))) };
}

/** Shuffles the values and gives them Zipf-like weights: a few large, most small. */
export function zipf<T>(values: readonly T[], random: Random, exponent = 0.9): Weighted<T> {
	const shuffled = [...values];
	for (let last = shuffled.length - 1; last > 0; last--) {
		const other = random.integer(0, last);
		[shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
	}
	return weights(shuffled, (_, index) => 1 / (index + 1) ** exponent);
}
