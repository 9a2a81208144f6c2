import type { FigureFieldsFragment, ObservationWhere } from "../../graphql/graphql.ts";

const lower = (text: string) => text.normalize("NFKC").toLowerCase();

/** Whether a figure of a center is one that a filter lists; filters by institute or network list none. */
export function matches(
	figure: FigureFieldsFragment,
	name: string,
	where: ObservationWhere,
): boolean {
	if (where.instituteIds || where.networkIds) return false;
	const { property, accepted, doubts, source, fiscalYear, asOf, text, asPrinted } = figure;
	const year = fiscalYear ?? Number(asOf?.slice(0, 4));
	const said = [name, property.replaceAll("_", " "), text, asPrinted, source.document];
	const words = lower(where.search ?? "").split(/\s+/u);
	const all = lower(said.join("\n"));
	return (
		words.every((word) => all.includes(word)) &&
		(!where.properties || where.properties.includes(property)) &&
		(!where.documents || where.documents.includes(source.document)) &&
		(!where.years || where.years.includes(year)) &&
		(where.accepted === undefined || where.accepted === accepted) &&
		(where.inDoubt === undefined || where.inDoubt === doubts.length > 0) &&
		(!where.doubtIds || doubts.some(({ id }) => where.doubtIds?.includes(id)))
	);
}
