export { Button, type ButtonProps, IconButton, type IconButtonProps } from './Button';
export { Card, type CardProps } from './Card';
export { Choice, type ChoiceProps } from './Choice';
export { ConfirmDialog, type ConfirmDialogProps, Dialog, type DialogProps } from './Dialog';
export { EmptyState, type EmptyStateProps } from './EmptyState';
export { FailureNote, type FailureNoteProps, supportText } from './FailureNote';
export { Fold, type FoldProps } from './Fold';
export { formatBytes, formatDuration, formatNumber, formatWhen } from './format';
export { HoldButton, type HoldButtonProps } from './HoldButton';
export { Icon, type IconName } from './Icon';
export { MenuButton, type MenuButtonProps } from './MenuButton';
export { NumberField, type NumberFieldProps } from './NumberField';
export { PeopleStepper } from './PeopleStepper';
export { personColour } from './Picture';
export { ProgressBar } from './ProgressBar';
export { type Deeds, type Remedy, remedies } from './remedies';
export { Select, type SelectItem, type SelectProps } from './Select';
export { Stage, type StageProps } from './Stage';
export { StateTag } from './StateTag';
export { Switch, type SwitchProps } from './Switch';
export {
  type Camera,
  isSeen,
  pretendPeople,
  type StagePerson,
  seatPeople,
} from './stageGeometry';
export { addressesOf, pictureIn, type RegionPicture } from './stagePictures';
export { Tag, type Tone } from './Tag';
export {
  SearchField,
  type SearchFieldProps,
  SecretField,
  type SecretFieldProps,
  TextField,
  type TextFieldProps,
} from './TextField';
export { Thumb, type ThumbProps } from './Thumb';
export { type ToastOptions, ToastRegion, toast } from './Toast';
export { clockText, Duration, useNow } from './time';
