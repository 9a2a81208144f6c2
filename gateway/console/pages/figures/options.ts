import type { FigureChoicesQuery } from "../../graphql/graphql.ts";
import { propertyName } from "../../parts/Figure.tsx";
import type { Option } from "../../parts/Picker.tsx";
import type { Words } from "../../words/use-words.ts";
import { subjectNames } from "./choices.ts";
import { subjectOption } from "./subjects.ts";

export type PickedName = "subjects" | "properties" | "documents" | "years" | "doubtIds";
export type ChoiceName = "accepted" | "inDoubt" | "sort";

/** What each picker offers, with how many figures each choice has. */
export function optionsOf(
	choices: FigureChoicesQuery | undefined,
	t: Words,
): Record<PickedName, Option[]> {
	const facets = choices?.observationFacets;
	const names = subjectNames(choices, t.language);
	const titles = new Map(choices?.documents.map(({ id, title }) => [id, title]));
	type Facet = { value: string; count: number };
	const option = (nameOf: (value: string) => string) => (facet: Facet) => ({
		id: facet.value,
		name: nameOf(facet.value),
		about: t("figures.count", { count: facet.count }),
	});
	const byName = (a: Option, b: Option) => a.name.localeCompare(b.name, t.language);
	return {
		subjects: (facets?.subjects ?? []).map(({ type, id, count }) =>
			option(() => names.get(id) ?? id)({ value: subjectOption(type, id), count }),
		),
		properties: (facets?.properties ?? [])
			.map(option((property) => propertyName(t, property)))
			.sort(byName),
		documents: (facets?.documents ?? []).map(option((id) => titles.get(id) ?? id)),
		years: (facets?.years ?? []).map(option((year) => year)),
		doubtIds: (facets?.doubts ?? []).map(option((id) => id)),
	};
}
