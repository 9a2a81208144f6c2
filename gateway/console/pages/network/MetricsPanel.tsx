import { useQuery } from "@tanstack/react-query";
import { NetworkMetricsDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { cellsOfFigures } from "../../parts/figure-cells.ts";
import { OtherFacts } from "../../parts/OtherFacts.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { YearTable } from "../../parts/YearTable.tsx";
import { useWords } from "../../words/use-words.ts";
import { metricsOf } from "./metrics.ts";

/** Published annual figures by year, with where sources disagree and where a definition changed. */
export function MetricsPanel({ id }: { id: string }) {
	const t = useWords();
	const variables = { id };
	const query = useQuery(ask(NetworkMetricsDocument, variables));
	const told = query.data?.data.network?.metrics ?? [];
	const { series, years, disputed, others } = metricsOf(told);
	return (
		<Panel
			anchor="metrics"
			title={t("networks.metrics")}
			intro={series.length > 0 ? t("networks.metrics.intro") : undefined}
			actions={
				told.length > 0 && (
					<TakeAlong
						file={`${id}-metrics`}
						cells={() => cellsOfFigures(told)}
						asked={{ document: NetworkMetricsDocument, variables }}
					/>
				)
			}
		>
			<Answered name={t("networks.metrics")} query={query} height={480}>
				{() =>
					series.length > 0 ? (
						<>
							<YearTable
								label={t("networks.metrics")}
								series={series}
								years={years}
								disputed={disputed}
							/>
							<p className="quiet">
								{t("mark.legend")} {t("networks.metrics.disputed")}
							</p>
							{others.length > 0 && <OtherFacts told={others} empty="" />}
						</>
					) : (
						<p className="quiet">{t("networks.metrics.none")}</p>
					)
				}
			</Answered>
		</Panel>
	);
}
