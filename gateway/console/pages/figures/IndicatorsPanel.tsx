import { useQuery } from "@tanstack/react-query";
import {
	EvaluationsDocument,
	type EvaluationsQuery,
	type IndicatorGroup,
} from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { SourceLine } from "../../parts/SourceLine.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import type { MessageId } from "../../words/ids.ts";
import { useWords } from "../../words/use-words.ts";
import type { Year } from "./evaluation-address.ts";
import { IndicatorCell } from "./IndicatorCell.tsx";
import { NetworkGrid } from "./NetworkGrid.tsx";

type Networks = EvaluationsQuery["networks"];
type Props = { title: MessageId; intro: MessageId; groups: readonly IndicatorGroup[]; year: Year };

const cellsOf = (networks: Networks, groups: readonly IndicatorGroup[]) => ({
	columns: ["network", "group", "indicator", "status", "value", "unit", "n", "formula", "reason"],
	rows: networks.flatMap(({ id, evaluation }) =>
		evaluation.indicators
			.filter(({ definition }) => groups.includes(definition.group))
			.map(({ definition, status, value, unit, n, formula, reason }) => [
				id,
				definition.group,
				definition.id,
				status,
				value,
				unit,
				n,
				formula,
				reason,
			]),
	),
});

/** The indicators of one side, with what each network has of them in the year. */
export function IndicatorsPanel({ title, intro, groups, year }: Props) {
	const t = useWords();
	const query = useQuery(ask(EvaluationsDocument, year));
	const networks = query.data?.data.networks ?? [];
	const [first] = networks;
	const indicators = first?.evaluation.indicators ?? [];
	return (
		<Panel
			title={t(title)}
			intro={
				<span>
					{t(intro)}{" "}
					{indicators.find(({ definition }) => groups.includes(definition.group)) && (
						<ProposedIn indicators={indicators} groups={groups} />
					)}
				</span>
			}
			actions={
				<TakeAlong
					file="evaluation"
					cells={() => cellsOf(networks, groups)}
					asked={{ document: EvaluationsDocument, variables: year }}
				/>
			}
		>
			<Answered name={t(title)} query={query} height={560}>
				{() => (
					<NetworkGrid
						caption={t(title)}
						networks={networks}
						groups={groups.map((group) => ({
							name: t(`figures.group.${group}`),
							rows: indicators
								.filter(({ definition }) => definition.group === group)
								.map(({ definition: { id, name } }) => ({
									id,
									name: t.maybe(`indicator.${id}`, name),
								})),
						}))}
						cell={(network, id) => {
							const of = networks
								.find((one) => one.id === network)
								?.evaluation.indicators.find(({ definition }) => definition.id === id);
							return (
								of && {
									same: of.value === null ? of.reason : null,
									content: <IndicatorCell of={of} />,
								}
							);
						}}
					/>
				)}
			</Answered>
		</Panel>
	);
}

/** The documents that propose the indicators. */
function ProposedIn({
	indicators,
	groups,
}: {
	indicators: Networks[number]["evaluation"]["indicators"];
	groups: readonly IndicatorGroup[];
}) {
	const t = useWords();
	const sources = new Map(
		indicators
			.filter(({ definition }) => groups.includes(definition.group))
			.map(({ definition: { source } }) => [`${source.document} ${source.section}`, source]),
	);
	return (
		<>
			{t("figures.proposed-in")}{" "}
			{[...sources.values()].map((source, index) => (
				<span key={source.id}>
					{index > 0 && "; "}
					<SourceLine source={source} />
				</span>
			))}
		</>
	);
}
