import { useQuery } from "@tanstack/react-query";
import { EvaluationRulesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Figure, propertyName } from "../../parts/Figure.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { NotAvailable } from "../../parts/Status.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import { cellsOf } from "./figure-columns.tsx";
import look from "./RulesPanel.module.css";

/** How each network is evaluated: how often, on what, with which grades. */
export function RulesPanel() {
	const t = useWords();
	const query = useQuery(ask(EvaluationRulesDocument, {}));
	const all = query.data?.data.networks ?? [];
	return (
		<Panel
			title={t("figures.rules")}
			intro={t("figures.rules.intro")}
			actions={
				<TakeAlong
					file="evaluation-rules"
					cells={() => cellsOf(all.flatMap(({ evaluationRules }) => evaluationRules))}
					asked={{ document: EvaluationRulesDocument, variables: {} }}
				/>
			}
		>
			<Answered name={t("figures.rules")} query={query} height={240}>
				{({ networks }) => (
					<div className={look.networks}>
						{networks.map(({ id, name, nativeName, evaluationRules }) => (
							<div key={id}>
								<h3>{(t.language === "zh" && nativeName) || name}</h3>
								{evaluationRules.length === 0 && <NotAvailable reason={t("figures.rules.none")} />}
								<ul>
									{evaluationRules.map((rule) => (
										<li key={rule.id}>
											<span className="quiet">{propertyName(t, rule.property)}</span>{" "}
											<Figure of={rule} />
										</li>
									))}
								</ul>
							</div>
						))}
					</div>
				)}
			</Answered>
		</Panel>
	);
}
