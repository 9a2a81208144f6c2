import type { FigureFieldsFragment } from "../graphql/graphql.ts";
import { useWords } from "../words/use-words.ts";
import { Figure, propertyName } from "./Figure.tsx";
import { Spark } from "./Spark.tsx";
import type { Series } from "./series.ts";
import look from "./YearTable.module.css";

type Props = {
	label: string;
	series: readonly Series[];
	years: readonly number[];
	/** Ids of figures of which sources say different things. */
	disputed?: ReadonlySet<string>;
};

type RowProps = Pick<Props, "years" | "disputed"> & { series: Series };

function Cell({
	figure,
	name,
	isDisputed,
}: {
	figure: FigureFieldsFragment;
	name: string;
	isDisputed: boolean;
}) {
	const t = useWords();
	return (
		<span>
			<Figure of={figure} name={name}>
				{figure.unit === "count" ? t.short(figure.value as number) : undefined}
			</Figure>
			{isDisputed && (
				<span className={look.disputed}>
					<span aria-hidden="true">≠</span>
					<span className="unseen"> {t("mark.disputed")}</span>
				</span>
			)}
		</span>
	);
}

function Row({ series, years, disputed }: RowProps) {
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
							<Cell
								figure={figure}
								name={`${name}, ${year}`}
								isDisputed={disputed?.has(figure.id) ?? false}
							/>
						) : (
							<span className="unseen">{t("years.none")}</span>
						)}
					</td>
				);
			})}
		</tr>
	);
}

/** Metrics as rows, years as columns; each figure opens onto its source. */
export function YearTable({ label, series, years, disputed }: Props) {
	const t = useWords();
	return (
		<div className={look.scroller} role="group" aria-label={label} tabIndex={0}>
			<table className={look.table}>
				<thead>
					<tr>
						<th scope="col">{t("years.metric")}</th>
						<th scope="col">
							<span className="unseen">{t("years.course")}</span>
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
						<Row key={one.property} series={one} years={years} disputed={disputed} />
					))}
				</tbody>
			</table>
		</div>
	);
}
