#include "canvas.h"

#include "base/check.h"
#include "imgui_impl_opengl3.h"
#include "imgui_internal.h"

namespace tiendo {

namespace {

ImFontAtlas& atlas() { return *ImGui::GetIO().Fonts; }

}  // namespace

ImFont* Canvas::add_font(void* bytes, int size) {
  if (!ImGui::GetCurrentContext()) ImGui::CreateContext();
  ImFont* font = atlas().AddFontFromMemoryTTF(bytes, size, 16);
  check(font != nullptr);
  return font;
}

void Canvas::start() {
  ImGui_ImplOpenGL3_Init("#version 300 es");
  ImDrawListSharedData& shared = *ImGui::GetDrawListSharedData();
  const ImGuiStyle& style = ImGui::GetStyle();
  shared.CurveTessellationTol = style.CurveTessellationTol;
  shared.SetCircleTessellationMaxError(style.CircleTessellationMaxError);
  shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedLinesUseTex |
                        ImDrawListFlags_AntiAliasedFill;
  shared.InitialFringeScale = 1;
  shared.FontAtlas = &atlas();
  list_ = IM_NEW(ImDrawList)(&shared);
}

void Canvas::forget() { ImGui_ImplOpenGL3_DestroyDeviceObjects(); }

ImDrawList* Canvas::begin(ImVec2 size, ImVec2 density) {
  size_ = size;
  density_ = density;
  ImGui_ImplOpenGL3_NewFrame();
  for (ImFont* font : atlas().Fonts) font->CurrentRasterizerDensity = density.x;
  ImFontAtlasUpdateNewFrame(&atlas(), ++frames_, true);
  ImFontAtlasUpdateDrawListsSharedData(&atlas());
  ImGui::GetDrawListSharedData()->ClipRectFullscreen = {0, 0, size.x, size.y};
  list_->_ResetForNewFrame();
  list_->PushTexture(atlas().TexRef);
  list_->PushClipRectFullScreen();
  return list_;
}

void Canvas::end() {
  ImVector<ImTextureData*>& textures = ImGui::GetPlatformIO().Textures;  // where the backend looks
  textures.resize(0);
  for (ImTextureData* texture : atlas().TexList) {
    texture->RefCount = 1;
    textures.push_back(texture);
  }
  data_.Clear();
  data_.DisplaySize = size_;
  data_.FramebufferScale = density_;
  data_.Textures = &textures;
  data_.AddDrawList(list_);
  ImGui_ImplOpenGL3_RenderDrawData(&data_);
}

}  // namespace tiendo
