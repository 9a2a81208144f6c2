import type { FigureChoicesQuery } from "../../graphql/graphql.ts";
import type { FilterName } from "./address.ts";

/** The values of each filter that the hub knows. */
export function knownValues(
	choices: FigureChoicesQuery,
): Partial<Record<FilterName, ReadonlySet<string>>> {
	const { properties, documents, years, doubts } = choices.observationFacets;
	const values = (facets: ReadonlyArray<{ value: string }>) =>
		new Set(facets.map(({ value }) => value));
	const ids = (list: ReadonlyArray<{ id: string }>) => new Set(list.map(({ id }) => id));
	return {
		networkIds: ids(choices.networks),
		instituteIds: ids(choices.institutes.nodes),
		properties: values(properties),
		documents: new Set([...values(documents), ...ids(choices.documents)]),
		years: values(years),
		doubtIds: values(doubts),
	};
}

/** The names of what figures are of, by id. */
export function subjectNames(
	choices: FigureChoicesQuery | undefined,
	language: string,
): Map<string, string> {
	const all = [...(choices?.networks ?? []), ...(choices?.institutes.nodes ?? [])];
	return new Map(
		all.map(({ id, name, nativeName }) => [id, (language === "zh" && nativeName) || name]),
	);
}
