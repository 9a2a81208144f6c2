import { useQuery } from "@tanstack/react-query";
import { DoubtsDocument, FigureChoicesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { DoubtEntry } from "./DoubtEntry.tsx";
import { type Doubt, type DoubtFilters, doubtsWhere } from "./doubts-address.ts";

const cellsOf = (doubts: readonly Doubt[]) => ({
	columns: [
		"id",
		"settled",
		"severity",
		"what",
		"printed",
		"right",
		"settled_by",
		"why",
		"documents",
		"external_source",
	],
	rows: doubts.map((doubt) => [
		doubt.id,
		String(doubt.settled),
		doubt.severity,
		doubt.what,
		doubt.printed,
		doubt.right,
		doubt.settledBy,
		doubt.why,
		doubt.documents.join("; "),
		doubt.externalSource,
	]),
});

/** The doubts that the filters mean, each with what is printed, what is right and what settles it. */
export function DoubtsPanel({ filters }: { filters: DoubtFilters }) {
	const t = useWords();
	const query = useQuery(ask(DoubtsDocument, {}));
	const facets = useQuery(ask(FigureChoicesDocument, {})).data?.data.observationFacets;
	const counts = facets && new Map(facets.doubts.map(({ value, count }) => [value, count]));
	const all = query.data?.data.doubts ?? [];
	const found = doubtsWhere(all, filters);
	return (
		<Panel
			title={t("figures.doubts")}
			actions={
				<TakeAlong
					file="doubts"
					cells={() => cellsOf(found)}
					asked={{ document: DoubtsDocument, variables: {} }}
				/>
			}
		>
			<Answered name={t("figures.doubts")} query={query} height={800}>
				{() => (
					<>
						<p role="status">
							{t("figures.doubts.found", {
								count: found.length,
								all: all.length,
								open: found.filter(({ settled }) => !settled).length,
							})}
						</p>
						{found.length === 0 && <p className="quiet">{t("figures.doubts.none")}</p>}
						{found.map((doubt) => (
							<DoubtEntry key={doubt.id} doubt={doubt} figures={counts?.get(doubt.id) ?? 0} />
						))}
					</>
				)}
			</Answered>
		</Panel>
	);
}
