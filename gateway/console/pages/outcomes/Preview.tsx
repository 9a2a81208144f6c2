import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useDeferredValue } from "react";
import {
	type OutcomePreviewInput,
	PreviewedOutcomeDocument,
	type PreviewedOutcomeQuery,
} from "../../graphql/graphql.ts";
import { ask } from "../../graphql/query.ts";
import { Missing, Waiting } from "../../parts/Answered.tsx";
import { periodOf } from "../../parts/engagement-words.ts";
import { exactly } from "../../parts/outcome-claims.ts";
import { Providers } from "../../parts/Providers.tsx";
import { Verified } from "../../parts/Verified.tsx";
import { useWords } from "../../words/use-words.ts";
import look from "./Outcomes.module.css";
import type { Service } from "./Services.tsx";

type Overlap = PreviewedOutcomeQuery["outcomePreview"]["overlaps"][number];

/** An earlier report that the new one meets, and what the rules do about it. */
function OverlapLine({ overlap: { metric, ruling, outcome } }: { overlap: Overlap }) {
	const t = useWords();
	const claim = outcome.claims.find((one) => one.metric === metric);
	return (
		<li className={ruling === "REFUSED" ? look.refused : look.told}>
			<p>
				<strong>{t(`trace.metric.${metric}`)}</strong>{" "}
				{t("outcomes.overlap", {
					value: claim ? exactly(t, claim.value, claim.currency) : "",
					window: periodOf(t, outcome.windowStart, outcome.windowEnd) ?? t("trace.no-date"),
				})}{" "}
				· <Verified verification={outcome.verification} /> ·{" "}
				<Providers center={outcome.center} institute={outcome.institute} />
			</p>
			<p>{t(`outcomes.ruling.${ruling}`)}</p>
		</li>
	);
}

type Props = {
	/** The report, where its client and window are given. */
	input: OutcomePreviewInput | undefined;
	services: readonly Service[];
	covers: readonly string[];
};

/** What a report would do, told before it is sent: what it covers, what it would count twice, what would be set aside. */
export function Preview({ input, services, covers }: Props) {
	const t = useWords();
	const asked = useDeferredValue(input);
	const query = useQuery({
		...ask(PreviewedOutcomeDocument, { input: asked as OutcomePreviewInput }),
		enabled: asked !== undefined,
		placeholderData: keepPreviousData,
		// Somebody else may have reported meanwhile.
		staleTime: 0,
	});
	const covered = services.filter(({ id }) => covers.includes(id));
	const reported = covered.filter(({ outcomes }) =>
		outcomes.some(({ verification }) => verification !== "WITHDRAWN"),
	);
	const preview = query.data?.data.outcomePreview;
	return (
		<section className={look.preview} aria-labelledby="outcome-preview">
			<h3 id="outcome-preview">{t("outcomes.preview")}</h3>
			<p>
				{t("outcomes.preview.covers", { count: covered.length })}{" "}
				{covered.length > 0 &&
					t("outcomes.preview.reported", { count: reported.length, total: covered.length })}
			</p>
			{!input && <p className="quiet">{t("outcomes.preview.wait")}</p>}
			{input && query.error && (
				<Missing name={t("outcomes.preview")} faults={[]} retry={() => void query.refetch()} />
			)}
			{input && query.isPending && <Waiting name={t("outcomes.preview")} height={48} />}
			<div role="status">
				{input && preview && (
					<>
						{preview.overlaps.length === 0 && <p>{t("outcomes.preview.no-overlap")}</p>}
						<ul className={look.overlaps}>
							{preview.overlaps.map((overlap) => (
								<OverlapLine key={`${overlap.outcome.id} ${overlap.metric}`} overlap={overlap} />
							))}
						</ul>
						{preview.outliers.length > 0 && (
							<p className={look.told}>
								{t("outcomes.preview.outlier", {
									count: preview.outliers.length,
									metrics: preview.outliers.map((metric) => t(`trace.metric.${metric}`)).join(", "),
								})}
							</p>
						)}
					</>
				)}
			</div>
		</section>
	);
}
