import { useWords } from "../../words/use-words.ts";
import look from "./VerifyPanel.module.css";
import type { Verdict } from "./verify-log.ts";

/** What the browser found: the chain, the signatures, and the head to keep; or the first entry that is wrong. */
export function VerdictLines({ verdict }: { verdict: Verdict }) {
	const t = useWords();
	const { entries, signed, unchecked, head, fault } = verdict;
	if (fault)
		return (
			<p className={look.broken} role="alert">
				{t("partners.verify.broken", {
					what: t(`partners.verify.fault.${fault.what}`, { seq: fault.seq }),
					entries,
				})}
			</p>
		);
	if (entries === 0) return <p>{t("partners.log.none")}</p>;
	return (
		<>
			<p className={look.whole}>✓ {t("partners.verify.whole", { entries, signed })}</p>
			{unchecked > 0 && <p>{t("partners.verify.unchecked", { count: unchecked })}</p>}
			<p>
				{t("partners.verify.head.is")} <code className={look.code}>{head}</code>
			</p>
		</>
	);
}
