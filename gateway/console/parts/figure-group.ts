import type { FigureFieldsFragment } from "../graphql/graphql.ts";

type Told = Pick<
	FigureFieldsFragment,
	"id" | "property" | "fiscalYear" | "period" | "asOf" | "party" | "number" | "value" | "accepted"
>;

/** Which figure an observation tells: what several sources may tell differently. */
const keyOf = ({ property, fiscalYear, party, number }: Told) =>
	JSON.stringify([property, fiscalYear ?? null, party ?? null, number ?? null]);

const isSingle = (told: readonly Told[]) => told.filter(({ accepted }) => accepted).length < 2;

/**
 * What sources say of the same figure, the accepted one first. Sources name the period of one figure in different ways; only
 * where more than one is accepted are periods and dates told apart. Several accepted ones of one period are a list, not one figure.
 */
export function sameFigure<One extends Told>(figure: Told, all: readonly One[]): One[] {
	const alike = all.filter((one) => keyOf(one) === keyOf(figure));
	const ofTime = alike.filter(
		({ period, asOf }) => period === figure.period && asOf === figure.asOf,
	);
	const same = [alike, ofTime].find(isSingle) ?? alike.filter(({ id }) => id === figure.id);
	return same.sort((a, b) => Number(b.accepted) - Number(a.accepted));
}

/** Where values stand on a strip, from 0 to 1; all in the middle if they agree. */
export function strip(values: readonly number[]): number[] {
	const least = Math.min(...values);
	const range = Math.max(...values) - least;
	return values.map((value) => (range === 0 ? 0.5 : (value - least) / range));
}
