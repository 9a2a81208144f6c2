import { useQuery } from "@tanstack/react-query";
import { NetworkRulesDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Fact, Facts } from "../../parts/Facts.tsx";
import { propertyName } from "../../parts/Figure.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { ToldList } from "../../parts/ToldList.tsx";
import { toldOf } from "../../parts/told.ts";
import { useWords } from "../../words/use-words.ts";
import { topicsOf } from "./rules.ts";

/** What the network is for and how it is run, as documents say it. */
export function RulesPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(NetworkRulesDocument, { id }));
	return (
		<Panel anchor="rules" title={t("networks.rules")}>
			<Answered name={t("networks.rules")} query={query} height={320}>
				{({ network }) => {
					const topics = network ? topicsOf(network) : [];
					if (topics.length === 0) return <p className="quiet">{t("networks.rules.none")}</p>;
					return (
						<Facts>
							{topics.flatMap(({ topic, told }) => {
								// Rules of evaluation say by their property what they are about.
								const properties = [...new Set(told.map(({ property }) => property))];
								return properties.map((property) => (
									<Fact
										key={`${topic} ${property}`}
										name={
											topic === "evaluationRules"
												? propertyName(t, property)
												: t(`networks.topic.${topic}`)
										}
									>
										<ToldList told={toldOf(told.filter((one) => one.property === property))} />
									</Fact>
								));
							})}
						</Facts>
					);
				}}
			</Answered>
		</Panel>
	);
}
