import { discard } from "../../offline/import.ts";
import { pause, send } from "../../offline/import-job.ts";
import { Panel } from "../../parts/Panel.tsx";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Import.module.css";
import { Progress } from "./Progress.tsx";
import { UndoButton } from "./UndoButton.tsx";
import { useEarlierChanged } from "./use-earlier-changed.ts";
import type { OpenImport } from "./use-import.ts";

/** Sends the rows, shows how far that is, and what can be done after it. */
export function SendPanel({
	file,
	tally,
	job,
	waits,
	refusal,
	viewer,
}: OpenImport & { viewer: SignedIn }) {
	const t = useWords();
	const isSending = job?.type === "SEND";
	const isBegun = file.nextPart > 1 || file.sending !== undefined;
	useEarlierChanged(`${file.nextPart} ${isSending}`);
	const label = file.sending ? "import.send.on" : isBegun ? "import.send.mended" : "import.send.do";
	return (
		<Panel title={t("import.send")} intro={t(`import.send.intro.${viewer.role}`)}>
			{isSending && <Progress job={job} waits={waits} />}
			{tally.UNCHECKED > 0 && !isBegun && (
				<p className="quiet">{t("import.send.unchecked", { count: tally.UNCHECKED })}</p>
			)}
			{refusal && isBegun && (
				<p className={look.problem} role="alert">
					{t("import.refused", { message: refusal })}
				</p>
			)}
			<div className={look.actions}>
				{isSending ? (
					<button type="button" className="action" onClick={() => void pause()}>
						{t("import.pause")}
					</button>
				) : (
					tally.UNSENT > 0 && (
						<button
							type="button"
							className="action first"
							disabled={job !== undefined}
							onClick={() => void send()}
						>
							{t(label, { count: tally.UNSENT })}
						</button>
					)
				)}
				{isBegun && !isSending && (
					<UndoButton id={file.batchId} fileName={file.fileName} onUndone={() => void discard()} />
				)}
			</div>
			{isBegun && !isSending && !file.sending && (
				<p role="status">{t("import.send.done", { sent: tally.SENT, failed: tally.FAILED })}</p>
			)}
		</Panel>
	);
}
