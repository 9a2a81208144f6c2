import { useQuery } from "@tanstack/react-query";
import { exportOf } from "../../offline/belongings.ts";
import { keepForGood } from "../../offline/device.ts";
import { send } from "../../offline/outbox.ts";
import { useOutbox } from "../../offline/use-outbox.ts";
import { save } from "../../parts/take-along.ts";
import { useWords } from "../../words/use-words.ts";
import { groupsOf } from "./groups.ts";
import { LoadFile } from "./LoadFile.tsx";
import look from "./Work.module.css";

/** What can be done with all that lies on this device: send it, save it as a file, load such a file; and whether the browser may delete it. */
export function Belongings({ owner }: { owner: string }) {
	const t = useWords();
	const { items, byKey, isSending } = useOutbox();
	const isAny = items.length > 0;
	const { data: isKept } = useQuery({
		queryKey: ["own", "persisted"],
		queryFn: keepForGood,
		enabled: isAny,
		networkMode: "always",
	});
	const name = `throughline-${new Date().toISOString().slice(0, 10)}.json`;
	return (
		<>
			{isAny && isKept === false && <p className="quiet">{t("log.problem.evictable")}</p>}
			<div className={look.actions}>
				{groupsOf(items, byKey).WAITING.length > 0 && (
					<button
						type="button"
						className="action"
						disabled={isSending}
						onClick={() => void send(true)}
					>
						{t("work.send-now")}
					</button>
				)}
				{isAny && (
					<button
						type="button"
						className="action"
						onClick={async () => save(name, await exportOf(owner))}
					>
						{t("log.export")}
					</button>
				)}
				<LoadFile />
			</div>
		</>
	);
}
