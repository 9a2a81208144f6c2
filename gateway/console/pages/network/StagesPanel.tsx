import { useQuery } from "@tanstack/react-query";
import { NetworkRulesDocument, type NetworkRulesQuery } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Listing } from "../../parts/Listing.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { Sourced } from "../../parts/Sourced.tsx";
import { useWords } from "../../words/use-words.ts";

type Stage = NonNullable<NetworkRulesQuery["network"]>["fundingStages"][number];

function Revenue({ revenue }: { revenue: Stage["revenue"] }) {
	const t = useWords();
	return (
		<ul>
			{revenue.map(({ funder, nativeFunder, activities, revenue: paid, source }) => (
				<li key={funder}>
					<Sourced name={t("networks.stage.funder")} source={source}>
						{(t.language === "zh" && nativeFunder) || funder}
					</Sourced>
					: {t("networks.stage.pays", { activities: activities.join("; "), paid: paid.join("; ") })}
				</li>
			))}
		</ul>
	);
}

/** Stages in which institutes of the network are funded. */
export function StagesPanel({ id }: { id: string }) {
	const t = useWords();
	const query = useQuery(ask(NetworkRulesDocument, { id }));
	return (
		<Panel anchor="stages" title={t("networks.stages")}>
			<Answered name={t("networks.stages")} query={query} height={60}>
				{({ network }) => (
					<Listing
						empty={t("networks.stages.none")}
						items={(network?.fundingStages ?? []).map((stage) => ({
							id: String(stage.number),
							main: (
								<>
									{stage.number}.{" "}
									<Sourced name={stage.name} source={stage.source}>
										{`${stage.name}: ${(t.language === "zh" && stage.nativeModel) || stage.model}`}
									</Sourced>
								</>
							),
							about: (
								<>
									{[
										stage.duration,
										t("networks.stage.instruments", { list: stage.instruments.join("; ") }),
									]
										.filter(Boolean)
										.join(" · ")}
									<Revenue revenue={stage.revenue} />
								</>
							),
						}))}
					/>
				)}
			</Answered>
		</Panel>
	);
}
