import { lazy, type ReactNode, Suspense, useRef, useState } from "react";
import look from "./Picker.module.css";

const Options = lazy(() => import("./PickerOptions.tsx"));

/** What can be picked. */
export type Option = {
	id: string;
	name: string;
	/** What tells it from others of that name. */
	about?: string;
};

type Props = {
	/** What is picked, read out and shown over the list. */
	label: string;
	options: readonly Option[];
	value: readonly string[];
	onChange: (value: string[]) => void;
	/** One only, or several. */
	isSingle?: boolean;
	/** Told what is typed, where the hub searches; without it, the options are searched as they are. */
	onSearch?: (text: string) => void;
	/** The words of the button. */
	children: ReactNode;
	className?: string;
	/** What else the button is given, where it stands in a form: its id, and what describes it. */
	attributes?: object;
};

/** A button that opens a list to pick from, completed by typing. The list is loaded when it first opens. */
export function Picker({ children, className, attributes, ...rest }: Props) {
	const button = useRef<HTMLButtonElement>(null);
	const [isOpen, setOpen] = useState(false);
	return (
		<>
			<button
				ref={button}
				{...attributes}
				type="button"
				className={className ?? look.button}
				aria-haspopup="dialog"
				aria-expanded={isOpen}
				onClick={() => setOpen(true)}
			>
				{children}
			</button>
			<Suspense>
				{isOpen && <Options {...rest} button={button} onClose={() => setOpen(false)} />}
			</Suspense>
		</>
	);
}

export type OptionsProps = Omit<Props, "children" | "className" | "attributes"> & {
	button: React.RefObject<HTMLButtonElement | null>;
	onClose: () => void;
};
