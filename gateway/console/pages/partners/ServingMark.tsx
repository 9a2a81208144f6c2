import type { ServingFieldsFragment } from "../../graphql/graphql.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./ServingMark.module.css";
import { servingOf } from "./serving.ts";

type Props = { subgraph: ServingFieldsFragment; isSuspended: boolean };

/** How a subgraph fares: served or not, its canary, and why it is not served. */
export function ServingMark({ subgraph, isSuspended }: Props) {
	const t = useWords();
	const { activeVersion, canary, withdrawn, statusReason, waitsFor } = subgraph;
	const serving = servingOf(subgraph, isSuspended);
	const reason = withdrawn?.reason ?? statusReason;
	return (
		<div>
			<span className={`${look.mark} ${look[serving] ?? ""}`}>
				{t(`partners.serving.${serving}`, { version: activeVersion ?? 0 })}
			</span>
			{canary && (
				<p className={look.more}>
					{t("partners.canary", {
						version: canary.version,
						share: canary.share,
						consumers: canary.consumers.join(", "),
						since: t.date(canary.since),
					})}
				</p>
			)}
			{withdrawn && (
				<p className={look.more}>
					{t(`partners.withdrawn.${withdrawn.action}`, {
						version: withdrawn.version ?? 0,
						by: withdrawn.by ?? "",
					})}
				</p>
			)}
			{reason && <p className={look.more}>{t("partners.because", { reason })}</p>}
			{waitsFor.length > 0 && (
				<p className={look.more}>{t("partners.waits-for", { types: waitsFor.join(", ") })}</p>
			)}
		</div>
	);
}
