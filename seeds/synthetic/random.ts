import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

/** A seeded source of chance: the same seed gives the same draws. */
export type Random = {
	/** 0 included to 1 excluded. */
	fraction(): number;
	/** Both ends included. */
	integer(from: number, to: number): number;
	chance(probability: number): boolean;
	pick<T>(values: readonly T[]): T;
	weighted<T>(choice: Weighted<T>): T;
};

/** Values with their cumulated weights. */
export type Weighted<T> = { values: readonly T[]; cumulated: number[] };

export function createRandom(seed: number): Random {
	const generator = xoroshiro128plus(seed);
	const fraction = () => uniformFloat64(generator);
	const integer = (from: number, to: number) => uniformInt(generator, from, to);
	return {
		fraction,
		integer,
		chance: (probability) => fraction() < probability,
		pick: <T>(values: readonly T[]) => values[integer(0, values.length - 1)] as T,
		weighted<T>({ values, cumulated }: Weighted<T>) {
			const mark = fraction() * (cumulated.at(-1) ?? 0);
			return values[cumulated.findIndex((sum) => mark < sum)] as T;
		},
	};
}

export function weights<T>(
	values: readonly T[],
	weightOf: (value: T, index: number) => number,
): Weighted<T> {
	let sum = 0;
	return { values, cumulated: values.map((value, index) => (sum += weightOf(value, index))) };
}

/** Zipf-like weights over a seeded shuffle: a few values are large, most are small. */
export function zipf<T>(values: readonly T[], random: Random, exponent = 0.9): Weighted<T> {
	const shuffled = [...values];
	for (let last = shuffled.length - 1; last > 0; last--) {
		const other = random.integer(0, last);
		[shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T];
	}
	return weights(shuffled, (_, index) => 1 / (index + 1) ** exponent);
}
