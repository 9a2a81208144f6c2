import type { FigureFieldsFragment } from "../../graphql/graphql.ts";
import { seriesOf } from "../../parts/series.ts";
import { toldOf } from "../../parts/told.ts";

/** Metrics by year, the figures of which sources say different things, and figures that no cell of a year has. */
export function metricsOf(metrics: readonly FigureFieldsFragment[]) {
	const told = toldOf(metrics);
	const accepted = metrics.filter((figure) => figure.accepted);
	const properties = [...new Set(accepted.map(({ property }) => property))];
	const { series, years } = seriesOf(accepted, properties);
	const inCells = new Set(series.flatMap(({ figures }) => figures.map(({ id }) => id)));
	const disputed = told.filter(({ others }) => others.length > 0).map(({ shown }) => shown.id);
	return {
		series,
		years,
		disputed: new Set(disputed),
		others: told.filter(({ shown }) => !inCells.has(shown.id)),
	};
}
