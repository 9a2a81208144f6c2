import { useQuery } from "@tanstack/react-query";
import { ManufacturerOutcomesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { OutcomeChanges } from "../../parts/OutcomeChanges.tsx";
import { Outcomes } from "../../parts/Outcomes.tsx";
import { claimsAsCells } from "../../parts/outcome-claims.ts";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";

/** What it reports to have come of the services. */
export function OutcomesPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(ManufacturerOutcomesDocument, { id }));
	const outcomes = query.data?.data.sme?.outcomes ?? [];
	return (
		<Panel
			anchor="outcomes"
			title={t("outcome.title")}
			intro={t("outcome.intro")}
			actions={
				<TakeAlong
					file={`${id}-outcomes`}
					cells={() => claimsAsCells(outcomes)}
					asked={{ document: ManufacturerOutcomesDocument, variables: { id } }}
				/>
			}
		>
			<Answered name={t("outcome.title")} query={query} height={120}>
				{({ sme }) =>
					sme && <Outcomes outcomes={outcomes} empty={t("manufacturer.outcomes.none")} />
				}
			</Answered>
			<OutcomeChanges outcomes={outcomes} />
		</Panel>
	);
}
