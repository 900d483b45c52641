/** Where photos stand at the desk. */
export const PHOTO_PART = "/desk/media";
export const photoPath = (media: string): string => `${PHOTO_PART}/photos/${media}`;
