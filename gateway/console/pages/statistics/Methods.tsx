import { Panel } from "../../parts/Panel.tsx";
import { Suppressed } from "../../parts/Status.tsx";
import { BASE_PATH } from "../../session/address.ts";
import type { MessageId } from "../../words/ids.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Methods.module.css";
import { useNames } from "./names.ts";
import type { Shown } from "./use-statistics.ts";

const CASES: MessageId[] = ["statistics.how.cases", "statistics.how.cases.measure"];
const RECORDS: MessageId[] = [
	"statistics.how.records",
	"statistics.how.quarter",
	"statistics.how.once",
	"statistics.how.not",
];

/** How the release was made and how to read it, in plain words; what each dimension and measure is. */
export function Methods({ shown: { place, table, view } }: { shown: Shown }) {
	const t = useWords();
	const names = useNames(table, view);
	const { release } = place;
	const { rules, basis, number } = release;
	const isCases = basis === "PUBLISHED_CASES";
	const what = ({ id }: { id: string }, kind: "dimension" | "measure") =>
		t.maybe(`statistics.what.${kind}.${id}`, "");
	return (
		<Panel title={t("statistics.methods")} intro={t("statistics.methods.intro")}>
			<div className={look.columns}>
				<section>
					<h3>{t("statistics.how.counted")}</h3>
					{(isCases ? CASES : RECORDS).map((id) => (
						<p key={id}>{t(id)}</p>
					))}
				</section>
				<section>
					<h3>{t("statistics.how.read")}</h3>
					<p>
						<Suppressed /> {t("statistics.how.withheld")}
					</p>
					<p>{t("statistics.how.zero")}</p>
					<p>{t("statistics.how.sums")}</p>
				</section>
				<section>
					<h3>{t("statistics.how.protected")}</h3>
					{rules ? (
						<>
							<p>
								{t("statistics.how.rules", {
									count: rules.minContributors,
									money: rules.minMoneyContributors,
								})}
							</p>
							<p>{t("statistics.how.more-rules")}</p>
							<p>{t("statistics.how.others")}</p>
						</>
					) : (
						<p>{t("statistics.how.nothing")}</p>
					)}
				</section>
				<section>
					<h3>{t("statistics.how.live")}</h3>
					<p>{t("statistics.how.live.why")}</p>
					<p>
						<a href={`${BASE_PATH}statistics/${number}/methods`}>
							{t("statistics.methods.all", { number })}
						</a>
					</p>
				</section>
			</div>
			<h3 className={look.title}>{t("statistics.definitions")}</h3>
			<dl className={look.definitions}>
				{table.dimensions.map((dimension) => (
					<div key={dimension.id}>
						<dt>{names.dimension(dimension)}</dt>
						<dd>
							{what(dimension, "dimension")}{" "}
							<span className="quiet">
								{t("statistics.values", { count: dimension.values.length })}
							</span>
						</dd>
					</div>
				))}
				{table.measures.map((measure) => (
					<div key={measure.id}>
						<dt>
							{names.measureName(measure)}{" "}
							<span className="quiet">
								({t.maybe(`statistics.unit.${measure.unit}`, measure.unit)})
							</span>
						</dt>
						<dd>
							{what(measure, "measure")}
							{measure.only && ` ${t("statistics.only", { where: onlyIn(measure.only) })}`}
						</dd>
					</div>
				))}
			</dl>
		</Panel>
	);

	function onlyIn({ dimension, values }: { dimension: string; values: string[] }): string {
		const found = table.dimensions.find(({ id }) => id === dimension);
		const called = values.map((value) =>
			names.value(found, found?.values.findIndex(({ id }) => id === value) ?? 0),
		);
		return new Intl.ListFormat(t.language, { type: "disjunction" }).format(called);
	}
}
