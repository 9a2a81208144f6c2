import { useQuery } from "@tanstack/react-query";
import { exportOf } from "../../offline/belongings.ts";
import { keepForGood } from "../../offline/device.ts";
import { send } from "../../offline/outbox.ts";
import { useOutbox } from "../../offline/use-outbox.ts";
import { save } from "../../parts/take-along.ts";
import { useWords } from "../../words/use-words.ts";
import look from "./Work.module.css";

/** What can be done with all that lies on this device: send it, or save it as a file; and whether the browser may delete it. */
export function Belongings({ owner }: { owner: string }) {
	const t = useWords();
	const { items, isSending } = useOutbox();
	const { data: isKept } = useQuery({
		queryKey: ["own", "persisted"],
		queryFn: keepForGood,
		enabled: items.length > 0,
		networkMode: "always",
	});
	if (items.length === 0) return null;
	const name = `throughline-${new Date().toISOString().slice(0, 10)}.json`;
	return (
		<>
			{isKept === false && <p className="quiet">{t("log.problem.evictable")}</p>}
			<div className={look.actions}>
				<button
					type="button"
					className="action"
					disabled={isSending}
					onClick={() => void send(true)}
				>
					{t("work.send-now")}
				</button>
				<button
					type="button"
					className="action"
					onClick={async () => save(name, await exportOf(owner))}
				>
					{t("log.export")}
				</button>
			</div>
		</>
	);
}
