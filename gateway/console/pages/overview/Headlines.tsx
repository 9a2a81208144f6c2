import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { HeadlineFiguresDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import { seriesOf } from "../../parts/series.ts";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { YearTable } from "../../parts/YearTable.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Headlines.module.css";

type Props = { network: string; metrics: string[] };

/** The headline figures of a network by year; each opens onto its source. */
export function Headlines({ network, metrics }: Props) {
	const t = useWords();
	const variables = { network, metrics };
	const query = useQuery(ask(HeadlineFiguresDocument, variables));
	const told = query.data?.data.network;
	const title = told
		? (t.language === "zh" && told.nativeName) || told.name
		: t.maybe(`network.${network}`, network);
	const { series, years } = seriesOf(told?.metrics ?? [], metrics);
	const cells = () => ({
		columns: ["metric", "unit", "fiscal_year", "value", "accepted_source", "place", "url"],
		rows: series.flatMap(({ property, unit, figures }) =>
			figures.map(({ fiscalYear, value, source }) => [
				property,
				unit,
				fiscalYear,
				value,
				source.document,
				source.section,
				source.url,
			]),
		),
	});
	return (
		<Panel
			title={title}
			intro={t("overview.headlines.intro")}
			actions={
				told && (
					<TakeAlong
						file={network}
						cells={cells}
						asked={{ document: HeadlineFiguresDocument, variables }}
					/>
				)
			}
		>
			<Answered name={title} query={query} height={metrics.length * 41 + 33}>
				{({ network: known }) =>
					known && (
						<>
							<YearTable label={title} series={series} years={years} />
							<p className={look.legend}>
								{t("mark.legend")}{" "}
								<Link to={PATHS.figures} search={{ networkIds: network }}>
									{t("overview.all-figures")}
								</Link>
							</p>
						</>
					)
				}
			</Answered>
		</Panel>
	);
}
