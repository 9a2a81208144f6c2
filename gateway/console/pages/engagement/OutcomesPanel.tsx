import { useQuery } from "@tanstack/react-query";
import { EngagementOutcomesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { OutcomeChanges } from "../../parts/OutcomeChanges.tsx";
import { Outcomes } from "../../parts/Outcomes.tsx";
import { claimsAsCells } from "../../parts/outcome-claims.ts";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";

/** What its client reports to have come of it, mostly together with other services. */
export function OutcomesPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(EngagementOutcomesDocument, { id }));
	const outcomes = query.data?.data.engagement?.outcomes ?? [];
	return (
		<Panel
			title={t("outcome.title")}
			intro={t("outcome.intro")}
			actions={
				<TakeAlong
					file={`${id}-outcomes`}
					cells={() => claimsAsCells(outcomes)}
					asked={{ document: EngagementOutcomesDocument, variables: { id } }}
				/>
			}
		>
			<Answered name={t("outcome.title")} query={query} height={120}>
				{({ engagement }) =>
					engagement && <Outcomes outcomes={outcomes} empty={t("engagement.outcomes.none")} />
				}
			</Answered>
			<OutcomeChanges outcomes={outcomes} />
		</Panel>
	);
}
