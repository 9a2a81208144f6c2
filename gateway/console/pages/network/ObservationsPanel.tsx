import { useQuery } from "@tanstack/react-query";
import {
	NetworkMetricsDocument,
	NetworkObservationsDocument,
	NetworkProfileDocument,
	NetworkRulesDocument,
} from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { cellsOfFigures } from "../../parts/figure-cells.ts";
import { OtherFacts } from "../../parts/OtherFacts.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { toldOf } from "../../parts/told.ts";
import { useWords } from "../../words/use-words.ts";
import { topicsOf } from "./rules.ts";

/** Properties that other panels show as records: milestones and stages of funding. */
const ELSEWHERE = /^(announced|renamed|funding_stage.*|revenue_source)$/;

/** What sources say of the network and no panel above shows. */
export function ObservationsPanel({ id }: { id: string }) {
	const t = useWords();
	const variables = { id };
	const query = useQuery(ask(NetworkObservationsDocument, variables));
	const metrics = useQuery(ask(NetworkMetricsDocument, variables)).data?.data.network?.metrics;
	const rules = useQuery(ask(NetworkRulesDocument, variables)).data?.data.network;
	const office = useQuery(ask(NetworkProfileDocument, variables)).data?.data.network?.programOffice;
	const above = [
		...(metrics ?? []),
		...(rules ? topicsOf(rules).flatMap(({ told }) => told) : []),
		...(office ? [...office.tasks, ...office.parts] : []),
	];
	const shown = new Set(above.map((figure) => figure.id));
	const others = (query.data?.data.network?.observations ?? []).filter(
		(figure) => !shown.has(figure.id) && !ELSEWHERE.test(figure.property),
	);
	return (
		<Panel
			anchor="other"
			title={t("profile.other-facts")}
			actions={
				<TakeAlong
					file={`${id}-facts`}
					cells={() => cellsOfFigures(query.data?.data.network?.observations ?? [])}
					asked={{ document: NetworkObservationsDocument, variables }}
				/>
			}
		>
			<Answered name={t("profile.other-facts")} query={query} height={320}>
				{() => <OtherFacts told={toldOf(others)} empty={t("profile.other-facts.none")} />}
			</Answered>
		</Panel>
	);
}
