import type { UseQueryResult } from "@tanstack/react-query";
import type { Answer } from "../../graphql/fetch-document.ts";
import type { ReportableServicesQuery } from "../../graphql/graphql.ts";
import { Answered } from "../../parts/Answered.tsx";
import { periodOf, subjectOf } from "../../parts/engagement-words.ts";
import { KindMark } from "../../parts/KindMark.tsx";
import { Verified } from "../../parts/Verified.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Outcomes.module.css";

export type Service = ReportableServicesQuery["engagements"]["nodes"][number];

/** What was reported of a service before. */
function Before({ service }: { service: Service }) {
	const t = useWords();
	const standing = service.outcomes.filter(({ verification }) => verification !== "WITHDRAWN");
	if (standing.length === 0) return <span className="quiet">{t("outcomes.service.none")}</span>;
	return (
		<ul>
			{standing.map(({ id, claims, windowStart, windowEnd, verification }) => (
				<li key={id} className={look.before}>
					{t("outcomes.service.has", {
						metrics: claims.map(({ metric }) => t(`trace.metric.${metric}`)).join(", "),
						window: periodOf(t, windowStart, windowEnd) ?? t("trace.no-date"),
					})}{" "}
					· <Verified verification={verification} />
				</li>
			))}
		</ul>
	);
}

type Props = {
	query: UseQueryResult<Answer<ReportableServicesQuery>, Error>;
	chosen: readonly string[];
	fault?: string;
	onChoose: (ids: string[]) => void;
};

/** The client's services of the center, to tick those that the report covers; each says what was reported of it before. */
export function Services({ query, chosen, fault, onChoose }: Props) {
	const t = useWords();
	return (
		<fieldset className={look.group} aria-describedby={fault ? "covers-fault" : undefined}>
			<legend>{t("outcomes.covers")}</legend>
			<p className="quiet">{t("outcomes.covers.hint")}</p>
			<Answered name={t("outcomes.covers")} query={query} height={120}>
				{({ engagements: { nodes, totalCount } }) => (
					<>
						{nodes.length === 0 && <p className="quiet">{t("outcomes.covers.empty")}</p>}
						<ul className={look.services}>
							{nodes.map((service) => (
								<li key={service.id}>
									<label className={look.service}>
										<input
											type="checkbox"
											checked={chosen.includes(service.id)}
											onChange={({ target }) =>
												onChoose(
													target.checked
														? [...chosen, service.id]
														: chosen.filter((id) => id !== service.id),
												)
											}
										/>
										<span>
											<KindMark kind={service.kind} />{" "}
											{[
												service.startedOn ? t.date(service.startedOn) : t("trace.no-date"),
												subjectOf(t, service),
												t(`work.status.${service.status}`),
											]
												.filter(Boolean)
												.join(" · ")}
										</span>
									</label>
									<Before service={service} />
								</li>
							))}
						</ul>
						{totalCount > nodes.length && (
							<p className="quiet">
								{t("outcomes.covers.more", { count: totalCount - nodes.length })}
							</p>
						)}
					</>
				)}
			</Answered>
			{fault && (
				<p id="covers-fault" className={look.fault}>
					{fault}
				</p>
			)}
		</fieldset>
	);
}
