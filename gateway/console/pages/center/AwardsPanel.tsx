import { useQuery } from "@tanstack/react-query";
import { CenterAwardsDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { cellsOf } from "../../parts/columns.ts";
import { OtherFacts } from "../../parts/OtherFacts.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Table } from "../../parts/Table.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { toldOf } from "../../parts/told.ts";
import { useWords } from "../../words/use-words.ts";
import { useAwardColumns } from "./award-columns.tsx";

/** Federal awards that sources name, and other figures about the center. */
export function AwardsPanel({ id }: { id: string }) {
	const t = useWords();
	const columns = useAwardColumns();
	const query = useQuery(ask(CenterAwardsDocument, { id }));
	const awards = query.data?.data.mepCenter?.awards ?? [];
	const asked = { document: CenterAwardsDocument, variables: { id } };
	return (
		<>
			<Panel
				anchor="awards"
				title={t("centers.awards")}
				intro={t("centers.awards.intro")}
				actions={
					<TakeAlong file={`${id}-awards`} cells={() => cellsOf(columns, awards)} asked={asked} />
				}
			>
				<Answered name={t("centers.awards")} query={query} height={80}>
					{() => (
						<Table
							caption={t("centers.awards")}
							columns={columns}
							rows={awards}
							keyOf={(award) => award.id}
							empty={t("centers.awards.none")}
						/>
					)}
				</Answered>
			</Panel>
			<Panel anchor="other" title={t("profile.other-facts")}>
				<Answered name={t("profile.other-facts")} query={query} height={60}>
					{({ mepCenter }) => (
						<OtherFacts
							told={toldOf(mepCenter?.observations ?? []).filter(
								// Awards stand above, with what they cover.
								({ shown }) => shown.property !== "federal_award",
							)}
							empty={t("centers.observations.none")}
						/>
					)}
				</Answered>
			</Panel>
		</>
	);
}
