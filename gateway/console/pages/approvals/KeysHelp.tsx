import { useWords } from "../../words/use-words.ts";
import look from "./Approvals.module.css";

const KEYS = [
	["↑ ↓, j k", "move"],
	["Space", "toggle"],
	["Shift + ↑ ↓", "extend"],
	["Ctrl/⌘ + A", "all"],
	["Enter", "open"],
	["a", "APPROVE"],
	["r", "RETURN"],
	["Esc", "leave"],
	["Home, End", "ends"],
	["?", "help"],
] as const;
/** Those that are always said. */
const FIRST = 7;

/** Which keys do what in the list: the main ones on a line, all of them when asked. */
export function KeysHelp({ isOpen, onToggle }: { isOpen: boolean; onToggle: () => void }) {
	const t = useWords();
	return (
		<p id="approvals-keys" className={`${look.keys} screen-only`}>
			{(isOpen ? KEYS : KEYS.slice(0, FIRST)).map(([key, does]) => (
				<span key={key}>
					<kbd>{key}</kbd> {t(`approvals.key.${does}`)}
				</span>
			))}
			<button type="button" className={look.name} aria-expanded={isOpen} onClick={onToggle}>
				{t(isOpen ? "approvals.keys.less" : "approvals.keys.more")}
			</button>
		</p>
	);
}
