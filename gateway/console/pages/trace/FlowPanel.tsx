import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { TraceFlowDocument } from "../../graphql/graphql.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Chart } from "../../parts/Chart.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { useNarrow } from "../../parts/use-narrow.ts";
import { useWords } from "../../words/use-words.ts";
import type { FlowBy } from "./address.ts";
import { GIVEN } from "./dimensions.ts";
import look from "./FlowPanel.module.css";
import { flowOf } from "./flow.ts";
import { chosenIn, drawFlow, heightOf } from "./flow-chart.ts";
import { givenOf, receivedOf } from "./questions.ts";
import type { View } from "./view.ts";

const SIDES: FlowBy[] = ["state", "sector"];

/** Providers, kinds of service, and where manufacturers are or what they make; choose a flow and the sentence says it. */
export function FlowPanel({ view }: { view: View }) {
	const t = useWords();
	const isNarrow = useNarrow();
	const { where, by } = view;
	const given = useQuery(givenOf(where));
	const received = useQuery(receivedOf(where, by));
	const flow = useMemo(
		() =>
			flowOf(given.data?.data.traceTotals ?? [], received.data?.data.traceTotals ?? [], by, {
				kind: (kind) => t(`kind.${kind}`),
				group: (code) =>
					code === null ? t(`trace.flow.unknown.${by}`) : t.maybe(`${by}.${code}`, code),
				others: (count) => t("trace.flow.others", { count }),
				nobody: t("trace.flow.nobody"),
			}),
		[given.data, received.data, by, t],
	);
	const option = useMemo(
		() => drawFlow(flow, isNarrow, (count) => t("trace.flow.services", { count })),
		[flow, isNarrow, t],
	);
	const nameOf = (key: string) => flow.nodes.find((node) => node.key === key)?.name ?? key;
	const cells = () => ({
		columns: [t("trace.flow.from"), t("trace.flow.to"), t("trace.services")],
		rows: flow.links.map(({ from, to, value }) => [nameOf(from), nameOf(to), value]),
	});
	return (
		<Panel
			title={t("trace.flow")}
			intro={t("trace.flow.intro")}
			actions={
				<fieldset className={`${look.sides} screen-only`}>
					<legend className="unseen">{t("trace.flow.sides")}</legend>
					{SIDES.map((side) => (
						<label key={side}>
							<input
								type="radio"
								name="by"
								checked={by === side}
								onChange={() => view.flowBy(side)}
							/>
							{t(`trace.flow.by.${side}`)}
						</label>
					))}
				</fieldset>
			}
		>
			<Answered name={t("trace.flow")} query={given} height={360}>
				{() => (
					<Answered name={t("trace.flow")} query={received} height={360}>
						{() =>
							flow.links.length > 0 ? (
								<Chart
									kind="flow"
									label={t("trace.flow.label", { count: flow.links.length })}
									option={option}
									height={heightOf(flow)}
									taken={{
										file: "trace-flow",
										cells,
										asked: {
											document: TraceFlowDocument,
											variables: { where, by: GIVEN },
										},
									}}
									onChoose={(_name, data) => {
										const more = chosenIn(flow, data);
										if (more) view.narrow(more);
									}}
								/>
							) : (
								<p className="quiet">{t("trace.flow.none")}</p>
							)
						}
					</Answered>
				)}
			</Answered>
		</Panel>
	);
}
