import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Answered } from "../../parts/Answered.tsx";
import { Panel } from "../../parts/Panel.tsx";
import { useWords } from "../../words/use-words.ts";
import { wholeLog } from "./questions.ts";
import { VerdictLines } from "./VerdictLines.tsx";
import look from "./VerifyPanel.module.css";
import { verifyLog } from "./verify-log.ts";

type Props = { kept: string; onKept: (head: string) => void };

/** Whether the log is whole, as this browser works out; and whether it still holds an entry that somebody kept. */
export function VerifyPanel({ kept, onKept }: Props) {
	const t = useWords();
	const [typed, type] = useState(kept);
	const log = useQuery(wholeLog());
	const entries = log.data?.data.publishLog.nodes;
	const verdict = useQuery({
		queryKey: ["verdict", entries?.length, entries?.at(-1)?.hash],
		queryFn: () => verifyLog(entries ?? []),
		// Browsers offer this on secure pages only.
		enabled: entries !== undefined && crypto.subtle !== undefined,
	});
	return (
		<Panel title={t("partners.verify")} intro={t("partners.verify.intro")}>
			<Answered name={t("partners.log")} query={log} height={80}>
				{() => (
					<div role="status">
						{crypto.subtle === undefined && <p>{t("partners.verify.insecure")}</p>}
						{verdict.isLoading && <p>{t("partners.verify.working")}</p>}
						{verdict.data && <VerdictLines verdict={verdict.data} />}
						{kept !== "" && entries && (
							<p className={entries.some(({ hash }) => hash === kept) ? undefined : look.broken}>
								{t(
									entries.some(({ hash }) => hash === kept)
										? "partners.verify.kept"
										: "partners.verify.not-kept",
									{ seq: entries.find(({ hash }) => hash === kept)?.seq ?? 0 },
								)}
							</p>
						)}
					</div>
				)}
			</Answered>
			<form
				className={`${look.form} screen-only`}
				onSubmit={(event) => {
					event.preventDefault();
					onKept(typed.trim());
				}}
			>
				<label>
					{t("partners.verify.head")}{" "}
					<input
						value={typed}
						pattern="[0-9a-f]{64}"
						title={t("partners.verify.head.title")}
						onChange={({ target }) => type(target.value)}
					/>
				</label>
				<button type="submit" className="action">
					{t("partners.verify.compare")}
				</button>
			</form>
			<p className="quiet">
				{t("partners.verify.command")}{" "}
				<code className={look.code}>
					throughline-partner log --verify --head log-head.json --hub {location.origin}
				</code>
			</p>
		</Panel>
	);
}
