import { quartersText } from "../../parts/quarters.ts";
import { Synthetic } from "../../parts/Status.tsx";
import { useWords } from "../../words/use-words.ts";
import type { Place } from "./place.ts";
import look from "./ReleaseFacts.module.css";
import { waitsOf } from "./waits.ts";

/** Which release is shown: when it was published, what it covers, that it never changes, and what waits. */
export function ReleaseFacts({ place: { release, isNewest } }: { place: Place }) {
	const t = useWords();
	const { number, publishedAt, basis, periods, synthetic, note } = release;
	return (
		<section className={look.facts} aria-label={t("statistics.facts")}>
			{basis === "PUBLISHED_CASES" && <p className={look.cases}>{t("statistics.cases")}</p>}
			<dl>
				<div>
					<dt>{t("statistics.release", { number })}</dt>
					<dd>
						{t("statistics.published", { date: t.date(publishedAt) })} {synthetic && <Synthetic />}{" "}
						<span className="quiet">
							{t(isNewest ? "statistics.is-newest" : "statistics.is-older")}
						</span>
						{note && <span className={look.note}>{note}</span>}
					</dd>
				</div>
				<div>
					<dt>{t("statistics.covers")}</dt>
					<dd>
						{periods.length > 0 ? quartersText(t, periods) : t("statistics.covers.cases")}{" "}
						<span className="quiet">{t("statistics.fiscal-year")}</span>
					</dd>
				</div>
				<div>
					<dt>{t("statistics.never-changes")}</dt>
					<dd>{t("statistics.never-changes.why")}</dd>
				</div>
				<div>
					<dt>{t("statistics.waits")}</dt>
					<dd>
						<ul className={look.waits}>
							{waitsOf(release).map(({ what, quarter }) => (
								<li key={what}>{t(what, quarter && { quarter: quartersText(t, [quarter]) })}</li>
							))}
						</ul>
					</dd>
				</div>
			</dl>
		</section>
	);
}
