import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { HeadlineFiguresDocument } from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Answered } from "../../parts/Answered.tsx";
import { Figure, propertyName } from "../../parts/Figure.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { PATHS } from "../../parts/paths.ts";
import { TakeAlong } from "../../parts/TakeAlong.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Headlines.module.css";
import { Spark } from "./Spark.tsx";
import { type Series, seriesOf } from "./series.ts";

type Props = { network: string; metrics: string[] };

function Row({ series, years }: { series: Series; years: number[] }) {
	const t = useWords();
	const name = propertyName(t, series.property);
	return (
		<tr>
			<th scope="row">{name}</th>
			<td className={look.course}>
				<Spark series={series} years={years} />
			</td>
			{years.map((year) => {
				const figure = series.figures.find(({ fiscalYear }) => fiscalYear === year);
				return (
					<td key={year} data-year={year} className={figure ? undefined : look.none}>
						{figure ? (
							<Figure of={figure} name={`${name}, ${year}`}>
								{series.unit === "count" ? t.short(figure.value as number) : undefined}
							</Figure>
						) : (
							<span className="unseen">{t("overview.no-figure")}</span>
						)}
					</td>
				);
			})}
		</tr>
	);
}

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
							<div className={look.scroller} role="group" aria-label={title} tabIndex={0}>
								<table className={look.table}>
									<thead>
										<tr>
											<th scope="col">{t("overview.metric")}</th>
											<th scope="col">
												<span className="unseen">{t("overview.course")}</span>
											</th>
											{years.map((year) => (
												<th key={year} scope="col">
													{year}
												</th>
											))}
										</tr>
									</thead>
									<tbody>
										{series.map((one) => (
											<Row key={one.property} series={one} years={years} />
										))}
									</tbody>
								</table>
							</div>
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
