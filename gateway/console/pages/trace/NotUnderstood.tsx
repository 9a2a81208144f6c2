import { useWords } from "../../words/use-words.ts";
import look from "./NotUnderstood.module.css";
import type { View } from "./view.ts";

/** Names what the address says that means nothing here; the rest of it holds. */
export function NotUnderstood({ view }: { view: View }) {
	const t = useWords();
	if (view.notUnderstood.length === 0) return null;
	return (
		<div className={look.notice} role="status">
			<p>
				{t("trace.not-understood")}{" "}
				{view.notUnderstood.map(({ name, value }, index) => (
					<span key={`${name} ${value}`}>
						{index > 0 && ", "}
						<code>
							{name}={value}
						</code>
					</span>
				))}
			</p>
			<button type="button" className="action" onClick={view.tidy}>
				{t("trace.tidy")}
			</button>
		</div>
	);
}
