import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { exportOf } from "../offline/belongings.ts";
import { keepForGood } from "../offline/device.ts";
import { send } from "../offline/outbox.ts";
import { changeVersion, hasNewVersion, subscribeToVersions } from "../offline/register-worker.ts";
import { useOutbox } from "../offline/use-outbox.ts";
import { clockError } from "../session/session.ts";
import { useWords } from "../words/use-words.ts";
import look from "./Device.module.css";
import { save } from "./take-along.ts";

const AN_HOUR = 3_600_000;

/** Saves all that lies on this device for somebody as a file. */
export async function saveBelongings(owner: string): Promise<void> {
	save(`throughline-${new Date().toISOString().slice(0, 10)}.json`, await exportOf(owner));
}

/** What keeps this device from working as it should, each with a way on. */
export function DeviceNotices() {
	const t = useWords();
	const { problem, items, owner } = useOutbox();
	const isNewer = useSyncExternalStore(subscribeToVersions, hasNewVersion);
	const { data: isKept } = useQuery({
		queryKey: ["own", "persisted"],
		queryFn: keepForGood,
		enabled: items.length > 0,
		networkMode: "always",
	});
	const hours = Math.round(clockError() / AN_HOUR);
	return (
		<>
			{problem && (
				<div className={look.problem} role="alert">
					<p>{t(`log.problem.${problem}`)}</p>
					<button type="button" className="action" onClick={() => void send(true)}>
						{t("retry")}
					</button>
				</div>
			)}
			{hours !== 0 && (
				<p className={look.notice}>{t("log.problem.clock", { hours: Math.abs(hours) })}</p>
			)}
			{isKept === false && items.length > 0 && owner && (
				<div className={look.notice}>
					<p>{t("log.problem.evictable")}</p>
					<button type="button" className="action" onClick={() => void saveBelongings(owner)}>
						{t("log.export")}
					</button>
				</div>
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
