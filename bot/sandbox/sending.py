"""The methods that send: texts, photos, documents and "typing"."""

from __future__ import annotations

from bot.sandbox.chats import Chat, World
from bot.sandbox.errors import ApiError, Json, bad_request
from bot.sandbox.keyboards import check_keyboard
from bot.sandbox.markup import check_entities, find_entities, parse_html, trim, utf16_length
from bot.sandbox.methods import Upload

# Bot API, sendMessage, sendPhoto, sendDocument, sendChatAction.
TEXT_LENGTH = 4096
CAPTION_LENGTH = 1024
PHOTO_BYTES = 10 * 1024 * 1024
DOCUMENT_BYTES = 50 * 1024 * 1024
TYPING_SECONDS = 5.0
_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
_IMAGES = {
    b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif", b"RIFF": "image/webp",
}  # fmt: skip


def compose(parameters: Json, key: str, entities_key: str) -> tuple[str, list[Json]]:
    """Return the text and entities that the parameters `key`, `parse_mode` and `entities_key` ask for.

    Raises:
        ApiError: 400 for markup that cannot be parsed, or a parse mode other than HTML (the only one here).
    """
    source = parameters.get(key, "")
    mode = parameters.get("parse_mode", "")
    if mode:
        if mode.lower() != "html":
            raise bad_request("unsupported parse_mode")
        text, entities = parse_html(source)
    else:
        text, entities = source, check_entities(source, parameters.get(entities_key, []))
    text, entities = trim(text, entities)
    return text, find_entities(text, entities)


def text_content(parameters: Json) -> Json:
    """Return the `text` and `entities` of a message, 1-4096 UTF-16 units after parsing."""
    text, entities = compose(parameters, "text", "entities")
    if not text:
        raise bad_request("message text is empty")
    if utf16_length(text) > TEXT_LENGTH:
        raise bad_request("message is too long")
    return {"text": text, **({"entities": entities} if entities else {})}


def caption_content(parameters: Json) -> Json:
    """Return the `caption` and `caption_entities` of a message, 0-1024 UTF-16 units after parsing."""
    text, entities = compose(parameters, "caption", "caption_entities")
    if utf16_length(text) > CAPTION_LENGTH:
        raise bad_request("message caption is too long")
    if not text:
        return {}
    return {"caption": text, **({"caption_entities": entities} if entities else {})}


def markup_content(parameters: Json) -> Json:
    """Return the `reply_markup` of a message if an inline keyboard is to be shown."""
    rows = check_keyboard(parameters.get("reply_markup"))
    return {"reply_markup": {"inline_keyboard": rows}} if rows else {}


def _writable(world: World, parameters: Json) -> Chat:
    chat = world.find_chat(parameters["chat_id"])
    if chat.blocked:
        raise ApiError(403, "Forbidden: bot was blocked by the user")
    if chat.left:
        raise ApiError(403, f"Forbidden: bot is not a member of the {chat.kind} chat")
    return chat


def _common(chat: Chat, parameters: Json) -> Json:
    """Return what every sent message shares: the reply, the protection, the preview options."""
    content: Json = {}
    reply = parameters.get("reply_parameters")
    if reply:
        original = chat.messages.get(reply["message_id"])
        if original and not original.deleted:
            content["reply_to_message"] = original.payload
        elif not reply.get("allow_sending_without_reply"):
            raise bad_request("message to be replied not found")
    if parameters.get("protect_content"):
        content["has_protected_content"] = True
    if "link_preview_options" in parameters:
        content["link_preview_options"] = parameters["link_preview_options"]
    return content | markup_content(parameters)


def send_message(world: World, parameters: Json) -> Json:
    """Send a text."""
    chat = _writable(world, parameters)
    content = text_content(parameters) | _common(chat, parameters)
    return world.post(chat, world.bot, content).payload


def send_photo(world: World, parameters: Json) -> Json:
    """Send a picture."""
    chat = _writable(world, parameters)
    file_id, upload = _stored(world, parameters["photo"], PHOTO_BYTES)
    if not image_type(upload.content):
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = _dimensions(upload.content)
    size = {
        "file_id": file_id,
        "file_unique_id": f"u-{file_id}",
        "width": width,
        "height": height,
        "file_size": len(upload.content),
    }
    content = {"photo": [size]} | caption_content(parameters) | _common(chat, parameters)
    return world.post(chat, world.bot, content).payload


def send_document(world: World, parameters: Json) -> Json:
    """Send a file."""
    chat = _writable(world, parameters)
    file_id, upload = _stored(world, parameters["document"], DOCUMENT_BYTES)
    document = {
        "file_id": file_id,
        "file_unique_id": f"u-{file_id}",
        "file_name": upload.name,
        "mime_type": upload.mime,
        "file_size": len(upload.content),
    }
    content = {"document": document} | caption_content(parameters) | _common(chat, parameters)
    return world.post(chat, world.bot, content).payload


def send_chat_action(world: World, parameters: Json) -> bool:
    """Show "typing" for five seconds or until the next message."""
    chat = _writable(world, parameters)
    if parameters["action"] not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat.typing_until = world.clock.now() + TYPING_SECONDS
    world.tell("typing", chat.chat_id, chat)
    return True


def image_type(content: bytes) -> str | None:
    """Return the media type of a picture a browser can show, or None."""
    return next((mime for magic, mime in _IMAGES.items() if content.startswith(magic)), None)


def _dimensions(content: bytes) -> tuple[int, int]:
    if content.startswith(b"\x89PNG"):
        return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
    return 640, 480


def _stored(world: World, given: Upload | str, limit: int) -> tuple[str, Upload]:
    if isinstance(given, str):
        if given not in world.files:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return given, world.files[given]
    if not given.content:
        raise bad_request("file must be non-empty")
    if len(given.content) > limit:
        raise ApiError(413, "Request Entity Too Large")
    return world.keep_file(given), given
