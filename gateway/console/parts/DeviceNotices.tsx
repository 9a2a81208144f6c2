import { useSyncExternalStore } from "react";
import { acceptLoss, send } from "../offline/outbox.ts";
import { changeVersion, hasNewVersion, subscribeToVersions } from "../offline/register-worker.ts";
import { useOutbox } from "../offline/use-outbox.ts";
import { clockError } from "../session/session.ts";
import { useWords } from "../words/use-words.ts";
import look from "./Device.module.css";

const AN_HOUR = 3_600_000;

/** What keeps this device from working as it should, each with a way on. */
export function DeviceNotices() {
	const t = useWords();
	const { problem } = useOutbox();
	const isNewer = useSyncExternalStore(subscribeToVersions, hasNewVersion);
	const hours = Math.round(clockError() / AN_HOUR);
	return (
		<>
			{problem && (
				<div className={look.problem} role="alert">
					<p>{t(`log.problem.${problem}`)}</p>
					{problem === "EVICTED" ? (
						<button type="button" className="action" onClick={() => void acceptLoss()}>
							{t("close")}
						</button>
					) : (
						<button type="button" className="action" onClick={() => void send(true)}>
							{t("retry")}
						</button>
					)}
				</div>
			)}
			{hours !== 0 && (
				<p className={look.notice}>{t("log.problem.clock", { hours: Math.abs(hours) })}</p>
			)}
			{isNewer && (
				<div className={look.notice} role="status">
					<p>{t("log.new-version")}</p>
					<button type="button" className="action" onClick={changeVersion}>
						{t("log.change-version")}
					</button>
				</div>
			)}
		</>
	);
}
