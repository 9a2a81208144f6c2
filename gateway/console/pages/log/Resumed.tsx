import { useWords } from "../../words/use-words.ts";
import look from "./Log.module.css";

/** Says that the form holds what was typed before. */
export function Resumed({ at, onBegin }: { at: number; onBegin: () => void }) {
	const t = useWords();
	const time = new Date(at).toLocaleString(t.language === "zh" ? "zh-CN" : "en-US", {
		dateStyle: "medium",
		timeStyle: "short",
	});
	return (
		<p className={look.resumed}>
			<span>{t("log.resumed", { time })}</span>
			<button type="button" className="action" onClick={onBegin}>
				{t("log.begin")}
			</button>
		</p>
	);
}
