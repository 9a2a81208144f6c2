import { discard, open } from "../../offline/import.ts";
import { Waiting } from "../../parts/Answered.tsx";
import device from "../../parts/Device.module.css";
import { Panel } from "../../parts/Panel.tsx";
import type { SignedIn } from "../../session/states.ts";
import { useWords } from "../../words/use-words.ts";
import { CheckPanel } from "./CheckPanel.tsx";
import { ColumnsPanel } from "./ColumnsPanel.tsx";
import { FilePanel } from "./FilePanel.tsx";
import { FileZone } from "./FileZone.tsx";
import { ManufacturersPanel } from "./ManufacturersPanel.tsx";
import { RowsPanel } from "./RowsPanel.tsx";
import { SendPanel } from "./SendPanel.tsx";
import { type OpenImport, useImport } from "./use-import.ts";

/** The file that is being imported on this device, step by step; without one, the way to choose it. */
export function Importer({ viewer }: { viewer: SignedIn }) {
	const t = useWords();
	const work = useImport(viewer);
	const { status, file, isKept } = work;
	if (status === "LOADING") return <Waiting name={t("work.import")} height={260} />;
	if (status === "ELSEWHERE")
		return (
			<div className={device.notice} role="status">
				<p>{t("import.elsewhere")}</p>
				<button type="button" className="action" onClick={() => void open(viewer, true)}>
					{t("import.elsewhere.take")}
				</button>
			</div>
		);
	const opened: OpenImport | undefined = file && { ...work, file };
	return (
		<>
			{!isKept && (
				<div className={device.problem} role="alert">
					<p>{t("import.not-kept")}</p>
				</div>
			)}
			{status === "NONE" && (
				<Panel title={t("import.file")} intro={t("import.file.intro")}>
					<FileZone problem={work.problem} />
				</Panel>
			)}
			{status === "READING" && (
				<Panel title={t("import.file")}>
					<p role="status">{t("import.reading")}</p>
					<p>{t("import.reading.rows", { count: work.rows.length })}</p>
					<button type="button" className="action" onClick={() => void discard()}>
						{t("import.stop")}
					</button>
				</Panel>
			)}
			{status === "OPEN" && opened && (
				<>
					<FilePanel {...opened} />
					<ColumnsPanel {...opened} />
					<CheckPanel {...opened} />
					<ManufacturersPanel {...opened} />
					<RowsPanel {...opened} />
					<SendPanel {...opened} viewer={viewer} />
				</>
			)}
		</>
	);
}
